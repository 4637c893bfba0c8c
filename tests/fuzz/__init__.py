"""Files from strangers: every reader gets thousands of damaged ones, and answers with a result or a sentence."""
