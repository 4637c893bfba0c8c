// Clips on a page: sheets of frames cut up on canvases, all at the same frame of one clock.
const clock = {
  fps: 25, playing: true, at: 0, since: performance.now(), players: new Set(),
  now() { return this.playing ? this.at + (performance.now() - this.since) / 1000 * this.fps : this.at; },
  set(playing) { this.at = this.now(); this.since = performance.now(); this.playing = playing; this.draw(); },
  restart() { this.at = 0; this.since = performance.now(); this.draw(); },
  draw() { for (const player of this.players) player.draw(this.now()); },
};
function beat() { if (clock.playing) clock.draw(); requestAnimationFrame(beat); }
requestAnimationFrame(beat);

class Player {
  constructor(canvas, sheet, frames, columns) {
    this.canvas = canvas; this.frames = frames; this.columns = columns; this.shown = -1;
    this.picture = new Image();
    this.picture.onload = () => {
      this.side = [this.picture.width / columns, this.picture.height / Math.ceil(frames / columns)];
      [canvas.width, canvas.height] = this.side;
      this.shown = -1; this.draw(clock.now());
    };
    this.picture.src = sheet;
    // What is not in sight is not drawn: a report has many.
    this.seen = !("IntersectionObserver" in window);
    if (!this.seen) new IntersectionObserver(found => { this.seen = found[found.length - 1].isIntersecting; this.shown = -1; this.draw(clock.now()); }).observe(canvas);
    clock.players.add(this);
  }
  draw(time) {
    if (!this.side || !this.seen) return;
    // A breath at the end, on the last frame, so that the eye sees where a clip begins.
    const frame = Math.min(Math.floor(time) % (this.frames + 8), this.frames - 1);
    if (frame === this.shown) return;
    this.shown = frame;
    const [w, h] = this.side, x = frame % this.columns * w, y = Math.floor(frame / this.columns) * h;
    this.canvas.getContext("2d").drawImage(this.picture, x, y, w, h, 0, 0, w, h);
  }
}
