"""The paper's own figures (Kim, Nam, Cho and Kim 2019), for beside ours: other data, other clips, other lengths.

Its systems by its reference numbers, where it is not known to us which is which.
"""

FVD_DATA = ("Penn Action", "UvA-NEMO", "MGIF")
FVD: dict[str, tuple[float | None, ...]] = {
    "Kim et al.": (1509.0, 162.4, 409.1),
    "[39]": (4083.3, 666.9, 683.1),
    "[16]": (3324.9, 265.2, 1079.6),
    "[21], Villegas et al.": (2187.5, None, None),
}
RANKS: dict[str, tuple[float, float]] = {  # mean rank of four, and its standard deviation
    "Kim et al.": (1.81, 1.02),
    "[21], Villegas et al.": (2.44, 0.98),
    "[39]": (2.61, 0.96),
    "[16]": (3.14, 1.09),
}
NOTE = (
    "Published figures are of other data and other clips, measured with FVD: they show the order that the paper found "
    "and are comparable with none of ours. [16] and [39] are Wichers et al. and Li et al.; the source does not say "
    "which is which."
)
