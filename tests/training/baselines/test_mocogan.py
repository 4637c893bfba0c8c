"""MoCoGAN on a toy world: it learns to draw the photo again and to do what is asked."""

import json

import numpy as np

from tests.training.moving_square import MovingSquare


def losses(folder):
    lines = map(json.loads, (folder / "events.jsonl").read_text().splitlines())
    return [event["losses"] for event in lines if event["event"] == "losses"]


def photo(seed=3):
    return next(MovingSquare().clips([seed], 16)).frames[0]


def test_a_run_becomes_a_model_that_predicts(trained):
    folder, model = trained("mocogan", "compared.steps=2", "compared.batch=2")
    clip = model.predict(photo(), action="right", seed=1)
    assert clip.frames.shape == (8, 16, 16, 3) and clip.keypoints.shape == (8, 0, 2)
    assert model.card.system == "mocogan" and model.card.name == "tiny-mocogan"
    assert (clip.mask == 0).all() and (clip.synthesized == clip.frames).all()
    assert list((folder / "previews").iterdir())


def test_the_same_seed_gives_the_same_clip_and_another_seed_another(trained):
    _, model = trained("mocogan", "compared.steps=2", "compared.batch=2")
    first, again, other = (model.predict(photo(), "left", seed=seed).frames for seed in (1, 1, 2))
    assert (first == again).all() and (first != other).any()


def test_it_learns_to_draw_the_photo_and_the_action_that_is_asked_for(trained):
    folder, model = trained("mocogan", "compared.steps=150", "compared.batch=6", "compared.rate=1e-3")
    found = losses(folder)
    assert found[-1]["photo"] < 0.5 * found[0]["photo"]
    assert found[-1]["category_real"] < 0.5 * found[0]["category_real"]
    _, untrained = trained("mocogan", "compared.steps=0", "keypoints.steps=[0]", "motion.steps=0")
    clips = list(MovingSquare().clips(range(900_000, 900_004), 16))

    def error(predictor):
        made = [predictor.predict(c.frames[0], ("left", "right")[c.action], seed=5).frames for c in clips]
        return np.mean([np.abs(m.astype(float) - c.frames[4:33:4]).mean() for m, c in zip(made, clips, strict=True)])

    assert error(model) < 0.5 * error(untrained)
