"""The timeline: curves of keypoints over time, an axis, a playhead. Knows of the window only the Document."""
