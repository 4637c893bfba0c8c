"""Measuring a model on clips it has not seen: keypoints, frames, masks, conditioning, diversity; and the report."""
