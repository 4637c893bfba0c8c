"""What the numbers of a `losses` event are: weighted losses, the two sides of an adversary, and metrics. Torch-free."""

GAN = "gan"
"""The generator's side of an adversary, a weighted loss of the networks that are trained."""
DISCRIMINATOR = "discriminator"
"""The adversary's own loss, which only it descends on."""
ADVERSARIAL = (GAN, DISCRIMINATOR)
