import { expect, it } from "vitest";
import { boxToward } from "./move";

const box = (left: number, top: number, width = 100) => ({ left, top, width, height: 50 });
const boxes = [box(0, 0, 200), box(210, 0), box(0, 60), box(110, 60), box(220, 60), box(0, 120)];

it("Left and right go by order, and stop at the ends", () => {
  expect(boxToward("ArrowRight", boxes, 1)).toBe(2);
  expect(boxToward("ArrowLeft", boxes, 2)).toBe(1);
  expect(boxToward("ArrowLeft", boxes, 0)).toBe(-1);
  expect(boxToward("ArrowRight", boxes, 5)).toBe(-1);
});

it("Up and down go to the nearest of the next row, never past it", () => {
  expect(boxToward("ArrowDown", boxes, 1)).toBe(4);
  expect(boxToward("ArrowUp", boxes, 4)).toBe(1);
  expect(boxToward("ArrowDown", boxes, 3)).toBe(5);
  expect(boxToward("ArrowDown", boxes, 5)).toBe(-1);
});
