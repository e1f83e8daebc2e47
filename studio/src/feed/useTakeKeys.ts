import { useFeed } from "./FeedProvider";
import { useTakeDeeds } from "./useTakeDeeds";
import { useShortcuts } from "../ui/shortcuts";

const openers = "[data-take] [data-testid=open-take]";

/** The card that keys act on: the one with the focus, else the one under the pointer. */
function cardAtHand(): HTMLElement | null {
  return (
    document.querySelector<HTMLElement>("[data-take]:focus-within") ??
    document.querySelector<HTMLElement>("[data-take]:hover")
  );
}

const press = (control: string) => () => cardAtHand()?.querySelector<HTMLElement>(`[data-testid=${control}]`)?.click();

/** Moves the focus to a neighbour in the grid. */
function move(by: number): void {
  const all = [...document.querySelectorAll<HTMLElement>(openers)];
  const here = cardAtHand();
  const at = all.findIndex((each) => here?.contains(each) === true);
  if (at >= 0) {
    all[at + by]?.focus();
  } else if (document.activeElement === document.body) {
    all[0]?.focus();
  }
}

/** The keys of takes in the feed: letters and Del act on the one at hand, arrows go to its neighbours. */
export function useTakeKeys(): void {
  const { takes } = useFeed();
  const { begin, copyLink } = useTakeDeeds();
  const atHand = () => takes.find(({ id }) => id === cardAtHand()?.dataset.take);
  useShortcuts({
    s: press("favorite"),
    u: press("reuse"),
    d: press("download-take"),
    l() {
      const take = atHand();
      if (take !== undefined) {
        void copyLink(take.id).catch(() => undefined);
      }
    },
    r() {
      const take = atHand();
      if (take !== undefined) {
        begin(take, "remix");
      }
    },
    delete: press("delete-take"),
    arrowleft: () => move(-1),
    arrowright: () => move(1),
  });
}
