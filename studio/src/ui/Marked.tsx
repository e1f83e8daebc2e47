import { Fragment } from "react";
import { marked } from "./marked";

/** A text in which what a search found stands out. */
export function Marked({ text, search }: { text: string; search: string }) {
  return marked(text, search).map(({ at, text: piece, found }) =>
    found ? (
      <mark key={at} className="bg-transparent font-semibold text-accent-text">
        {piece}
      </mark>
    ) : (
      <Fragment key={at}>{piece}</Fragment>
    ),
  );
}
