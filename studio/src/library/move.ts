export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const middle = ({ left, width }: Box) => left + width / 2;

/** Which box an arrow leads to: the neighbour in order, or the nearest of the row above or below. -1 when there is none. */
export function boxToward(key: string, boxes: readonly Box[], from: number): number {
  const here = boxes[from];
  if (here === undefined) {
    return -1;
  }
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const next = from + (key === "ArrowLeft" ? -1 : 1);
    return next < boxes.length ? next : -1;
  }
  const down = key === "ArrowDown";
  let best = -1;
  let least = Infinity;
  boxes.forEach((box, index) => {
    const away = down ? box.top - (here.top + here.height) : here.top - (box.top + box.height);
    const cost = Math.max(0, away) * 2 + Math.abs(middle(box) - middle(here));
    if (away > -4 && cost < least) {
      best = index;
      least = cost;
    }
  });
  return best;
}
