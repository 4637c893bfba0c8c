"""What anyone looking at the nine motions would notice: bones, feet, hands, the ground, and which action it is."""

import numpy as np
import pytest

from training.worlds.motions.actions import ACTIONS, perform
from training.worlds.motions.kinematics import mirrored
from training.worlds.motions.skeleton import BONES, INDEX, JOINTS, MIRRORED, Motion, Proportions
from training.worlds.motions.viewpoints import as_filmed

POINTS = {"racket": 2, "bat": 2, "club": 2, "barbell": 2, "bar": 2, "glove": 2} | {
    "tennis_ball": 1,
    "baseball": 1,
    "golf_ball": 1,
}
"""Of each kind of equipment."""
FRAMES = 33
SEEDS = range(8)
HELD_WITH_BOTH_HANDS = {
    "pull_ups": "bar",
    "clean_and_jerk": "barbell",
    "golf_swing": "club",
    "baseball_swing": "bat",
}


def performed(action: str, seed: int) -> tuple[Motion, Proportions]:
    rng = np.random.default_rng(seed)
    body = Proportions.varied(rng)
    return perform(action, rng, FRAMES, body), body


def joint(motion: Motion, name: str) -> np.ndarray:
    return motion.joints[:, INDEX[name]]


def distance_to_segment(point: np.ndarray, ends: np.ndarray) -> np.ndarray:
    along = ends[:, 1] - ends[:, 0]
    share = ((point - ends[:, 0]) * along).sum(-1) / (along**2).sum(-1)
    return np.linalg.norm(point - ends[:, 0] - along * share.clip(0, 1)[:, None], axis=-1)


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_performance_is_finite_above_the_ground_and_centred(action, seed):
    motion, _ = performed(action, seed)
    assert motion.action == action
    assert motion.joints.shape == (FRAMES, len(JOINTS), 3) and motion.joints.dtype == np.float32
    assert np.isfinite(motion.joints).all()
    assert motion.joints[..., 1].min() > 0
    ground_path = joint(motion, "pelvis")[:, [0, 2]]
    assert np.abs(ground_path.min(0) + ground_path.max(0)).max() < 1e-4
    for gear in motion.equipment:
        assert gear.points.shape == (FRAMES, POINTS[gear.kind], 3)
        assert gear.points.dtype == np.float32 and gear.visible.dtype == bool and gear.visible.shape == (FRAMES,)
        assert np.isfinite(gear.points).all()
        assert gear.points[gear.visible][..., 1].min(initial=1) >= 0


@pytest.mark.parametrize("action", ACTIONS)
def test_bones_keep_their_length(action):
    for seed in SEEDS:
        motion, _ = performed(action, seed)
        for parent, child in BONES:
            length = np.linalg.norm(joint(motion, parent) - joint(motion, child), axis=-1)
            assert np.ptp(length) < 0.01 * length.mean(), (parent, child, seed)


@pytest.mark.parametrize("action", [a for a in ACTIONS if a != "pull_ups"])
def test_a_foot_on_the_ground_does_not_slide(action):
    stood = 0
    for seed in SEEDS:
        motion, body = performed(action, seed)
        for side in "rl":
            toe = joint(motion, f"{side}_toe")
            down = toe[:, 1] < body.toe_height + 0.001
            both = down[1:] & down[:-1]
            moved = np.linalg.norm(np.diff(toe, axis=0), axis=-1)
            assert moved[both].max(initial=0) < 0.005, (side, seed)
            stood += both.sum()
    assert stood > 0.2 * 2 * len(SEEDS) * FRAMES


@pytest.mark.parametrize("action", HELD_WITH_BOTH_HANDS)
def test_both_hands_stay_on_what_they_hold(action):
    for seed in SEEDS:
        motion, _ = performed(action, seed)
        (held,) = (gear for gear in motion.equipment if gear.kind == HELD_WITH_BOTH_HANDS[action])
        for hand in ("r_hand", "l_hand"):
            assert distance_to_segment(joint(motion, hand), held.points).max() < 0.02, (hand, seed)


@pytest.mark.parametrize("action", ["tennis_serve", "tennis_forehand"])
def test_one_hand_holds_the_racket_throughout(action):
    for seed in SEEDS:
        motion, _ = performed(action, seed)
        racket = motion.equipment[0]
        assert racket.kind == "racket"
        gaps = [distance_to_segment(joint(motion, hand), racket.points).max() for hand in ("r_hand", "l_hand")]
        assert min(gaps) < 0.02


def test_in_jumping_jacks_both_feet_leave_the_ground_more_than_once():
    for seed in SEEDS:
        motion, body = performed("jumping_jacks", seed)
        lower_foot = np.minimum(joint(motion, "r_toe")[:, 1], joint(motion, "l_toe")[:, 1])
        flying = lower_foot > body.toe_height + 0.01
        assert (np.diff(flying.astype(int)) == 1).sum() >= 2


def test_a_pull_up_brings_the_head_to_the_bar_and_never_touches_the_ground():
    for seed in SEEDS:
        motion, _ = performed("pull_ups", seed)
        (bar,) = motion.equipment
        assert joint(motion, "head_top")[:, 1].max() > bar.points[0, 0, 1]
        assert motion.joints[..., 1].min() > 0.05
        assert np.ptp(joint(motion, "pelvis")[:, 1]) > 0.12


def test_the_barbell_goes_from_the_ground_to_overhead():
    for seed in SEEDS:
        motion, _ = performed("clean_and_jerk", seed)
        height = motion.equipment[0].points[..., 1].mean(-1)
        assert height[0] < 0.4
        assert height[-1] > joint(motion, "head_top")[-1, 1]


def test_limbs_do_not_jump_from_one_frame_to_the_next():
    for action in ACTIONS:
        for seed in SEEDS:
            motion, _ = performed(action, seed)
            jerks = np.linalg.norm(np.diff(motion.joints, 2, axis=0), axis=-1)
            assert jerks.max() < 0.3, (action, seed, JOINTS[jerks.max(0).argmax()])


def test_the_same_seed_performs_the_same_and_another_seed_differently():
    for action in ACTIONS:
        first, again, other = performed(action, 3)[0], performed(action, 3)[0], performed(action, 4)[0]
        assert np.array_equal(first.joints, again.joints)
        assert np.abs(first.joints - other.joints).max() > 0.02


def test_about_one_performer_in_five_is_left_handed():
    left = 0
    for seed in range(100):
        motion, _ = performed("tennis_serve", seed)
        racket = motion.equipment[0].points
        hands = (joint(motion, "l_hand"), joint(motion, "r_hand"))
        left += int(np.argmin([distance_to_segment(hand, racket).max() for hand in hands]) == 0)
    assert 8 <= left <= 35


def test_left_handers_are_named_and_hold_in_the_left():
    for seed in range(30):
        motion, _ = performed("tennis_forehand", seed)
        racket = motion.equipment[0].points
        hands = [joint(motion, hand) for hand in ("r_hand", "l_hand")]
        stroke = [distance_to_segment(hand, racket)[16] for hand in hands]
        assert motion.left_handed == (stroke[1] < stroke[0])


def test_the_face_points_ahead_of_the_head():
    for action in ACTIONS:
        motion, _ = performed(action, 0)
        assert motion.gaze.shape == (FRAMES, 3) and motion.gaze.dtype == np.float32
        assert np.abs(np.linalg.norm(motion.gaze, axis=-1) - 1).max() < 1e-4
        up = joint(motion, "head_top") - joint(motion, "head")
        assert np.abs((up * motion.gaze).sum(-1)).max() < 1e-4


def test_a_server_and_a_pitcher_follow_through_across_the_body():
    for action in ("tennis_serve", "baseball_pitch"):
        for seed in range(12):
            motion, _ = performed(action, seed)
            own = "l" if motion.left_handed else "r"
            other = "r" if motion.left_handed else "l"
            hand = joint(motion, f"{own}_hand")
            across = joint(motion, f"{other}_shoulder") - joint(motion, f"{own}_shoulder")
            beyond = ((hand - joint(motion, f"{own}_shoulder")) * across).sum(-1) / (across**2).sum(-1)
            assert beyond[24:].max() > 0.3, (action, seed)


def test_a_mirrored_performance_is_filmed_from_the_mirrored_side():
    rng = np.random.default_rng
    for seed in range(10):
        motion, _ = performed("golf_swing", seed)
        ours, theirs = as_filmed(rng(seed), motion), as_filmed(rng(seed), mirrored(motion))
        assert np.abs(mirrored(ours).joints - theirs.joints).max() < 1e-5
        assert np.abs(mirrored(ours).gaze - theirs.gaze).max() < 1e-5


def test_an_unknown_action_is_refused():
    with pytest.raises(KeyError):
        perform("cartwheel", np.random.default_rng(0), FRAMES, Proportions())


def test_actions_can_be_told_apart_by_their_joints():
    """A nearest-class-mean classifier, blind to place and to handedness, on clips it has not seen."""

    def features(seed: int, action: str) -> np.ndarray:
        joints = performed(action, seed)[0].joints
        joints = joints - joints[:, :1] * [1, 0, 1]
        return np.stack([joints.ravel(), (joints[:, MIRRORED] * [-1, 1, 1]).ravel()])

    # Left-handed clips are few: the mean of the unmirrored ones is that of a right-hander, slightly blurred.
    means = np.stack([np.mean([features(s, a)[0] for s in range(20)], axis=0) for a in ACTIONS])
    right = 0
    for seed in range(100, 112):
        for label, action in enumerate(ACTIONS):
            gaps = np.linalg.norm(features(seed, action)[:, None] - means, axis=-1).min(0)
            right += int(gaps.argmin() == label)
    assert right > 0.9 * 12 * len(ACTIONS)
