"""Which videos of Penn Action the paper's authors trained and tested on: 1,172 and 90 of the nine classes' videos.

Video numbers as in the data set's file names, by class in the order of the authors' class numbers. These are facts of
their published experiment; the data set's own `train` flag (in the .mat files) divides the videos otherwise.
"""

from __future__ import annotations

_RANGES = {
    "tennis_serve": (
        "2141-2288,2290-2306,2310-2317,2323-2325",
        "2289,2307-2309,2318-2322,2326",
    ),
    "pull_ups": (
        "1149-1154,1157-1165,1167,1172,1174-1177,1179-1184,1186,1188-1192,1194-1196,1198-1203,1207-1213,"
        "1215-1224,1226-1235,1237,1240-1247,1249-1256,1258-1263,1266-1268,1270-1273,1276-1277,1279-1282,"
        "1285-1289,1293-1303,1305-1306,1309,1312-1320,1322-1329,1333,1335,1340-1341,1347",
        "1269,1290,1311,1336-1338,1342-1345",
    ),
    "clean_and_jerk": (
        "701,703-706,708-709,713-718,720-735,737-741,743-759,761-768,770-775,777-778,780-781",
        "736,769,776,779,782-784,786-788",
    ),
    "tennis_forehand": (
        "1984-1987,1989-1990,1992-1998,2000-2082,2084-2088,2091-2093,2095-2125,2129-2130,2136-2139",
        "2083,2126-2128,2131-2135,2140",
    ),
    "baseball_pitch": (
        "1-148,153-154,158-162,164-165",
        "149-152,155-157,163,166-167",
    ),
    "jumping_jacks": (
        "1037-1045,1047-1057,1059-1066,1068-1069,1071-1072,1074-1078,1080-1102,1104-1107,1109-1111,1113-1120,"
        "1122-1127,1130-1134,1136,1139-1140,1143-1144,1146",
        "1079,1121,1128-1129,1137-1138,1141-1142,1147-1148",
    ),
    "golf_swing": (
        "789-841,843-927,929-942,949,951-952",
        "842,943-948,950,953-954",
    ),
    "squats": (
        "1660,1665-1666,1668,1676-1677,1681,1693,1698,1700,1714-1715,1721,1726-1729,1733,1736,1738-1741,1743,"
        "1748-1753,1757-1773,1778-1779,1781,1784-1785,1787,1790,1796,1798,1802-1807,1814-1815,1825,1831-1832,"
        "1836,1841,1852-1854,1883",
        "1734,1800,1858,1860,1868,1871-1872,1874,1877,1886",
    ),
    "baseball_swing": (
        "168-294,296-299,302-304,306-309,312-317,319-320,322-330,333-340",
        "295,300-301,305,310-311,318,321,331-332",
    ),
}

CLASSES = tuple(_RANGES)


def authors_split(action: str) -> dict[int, bool]:
    """{video number: whether it is held out} of one of the nine classes; empty for any other class."""
    numbers: dict[int, bool] = {}
    for held_out, ranges in zip((False, True), _RANGES.get(action, ()), strict=False):
        for part in ranges.split(","):
            first, _, last = part.partition("-")
            numbers |= dict.fromkeys(range(int(first), int(last or first) + 1), held_out)
    return numbers
