import { describe, expect, it, vi } from "vitest";
import { decimal, dollars, percent, relative, signed } from "./figures";

vi.mock("../../i18n", () => ({ language: () => "en" }));

describe("figures", () => {
  it("tells parts and money", () => {
    expect(percent(0.941)).toBe("94.1 %");
    expect(dollars(-0.05)).toBe("−$ 0.05");
    expect(dollars(1234.5)).toBe("$ 1,234.50");
    expect(decimal(12.345)).toBe("12.3");
  });

  it("shows which way a sum goes", () => {
    expect([1500, -250, 0].map(signed)).toEqual(["+1,500", "−250", "0"]);
  });

  it("counts from now, both ways", () => {
    expect(relative(0, 5_000)).toBe("now");
    expect(relative(0, 180_000)).toBe("3 minutes ago");
    expect(relative(7_200_000, 0)).toBe("in 2 hours");
  });
});
