import { expect, it } from "vitest";
import { parseCsv, separatorOf } from "./csv";

it("Cells are split by the separator that the first line has", () => {
  expect(parseCsv("a,b\nc,d")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(parseCsv("a;b;c\n1,5;2;3")).toEqual([
    ["a", "b", "c"],
    ["1,5", "2", "3"],
  ]);
  expect(parseCsv("a\tb")).toEqual([["a", "b"]]);
  expect(separatorOf('"a,b,c";d')).toBe(";");
  expect(separatorOf("one")).toBe(",");
});

it("A quoted cell may hold separators, lines and quotes", () => {
  expect(parseCsv('prompt,seconds\n"A fox, a hen",5\n"Two\nlines",6\n"She says ""go""",7')).toEqual([
    ["prompt", "seconds"],
    ["A fox, a hen", "5"],
    ["Two\nlines", "6"],
    ['She says "go"', "7"],
  ]);
});

it("A quote within a cell is a quote", () => {
  expect(parseCsv('5" screen,x')).toEqual([['5" screen', "x"]]);
});

it("Windows line ends, a byte order mark and empty lines do not matter", () => {
  expect(parseCsv("\uFEFFa,b\r\n\r\nc,\r\n,\r\n")).toEqual([
    ["a", "b"],
    ["c", ""],
  ]);
});

it("A quote that is never closed takes the rest", () => {
  expect(parseCsv('"a,b\nc')).toEqual([["a,b\nc"]]);
});

it("Nothing has no rows", () => {
  expect(parseCsv("")).toEqual([]);
});
