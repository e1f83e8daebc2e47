import { Clapperboard, Keyboard, Moon } from "lucide-react";
import { Link } from "wouter";
import type { Account } from "../api/types";
import { useFeed } from "../feed/FeedProvider";
import { isActive } from "../feed/feed";
import { IconButton } from "../ui/IconButton";
import { Mark } from "../ui/Mark";
import { switchTheme } from "../ui/theme";
import { words } from "../words";
import { AccountMenu } from "./AccountMenu";

export function Rail({ account, onKeys }: { account: Account; onKeys(): void }) {
  const { takes } = useFeed();
  const running = takes.filter(isActive).length;
  return (
    <nav
      aria-label={words.rail.main}
      className="fixed inset-y-0 left-0 z-(--z-rail) flex w-(--rail) flex-col items-center gap-0.5 border-r border-line bg-bg pt-4 pb-3.5 max-md:hidden"
    >
      <Link href="/" className="mb-4.5 grid size-9 place-items-center rounded-md">
        <Mark />
      </Link>
      <Link
        href="/"
        aria-current="page"
        className="relative flex w-15 flex-col items-center gap-1 rounded-md bg-surface-2 pt-2 pb-[7px] text-11 font-medium text-ink-1"
      >
        <Clapperboard size={19} aria-hidden />
        {words.create}
        {running > 0 && (
          <span
            aria-label={words.rail.running(running)}
            className="absolute top-1 right-2.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-10 font-semibold text-on-accent shadow-[0_0_0_2px_var(--bg)]"
          >
            {running}
          </span>
        )}
      </Link>
      <span className="flex-1" />
      <IconButton label={words.rail.theme} onClick={switchTheme}>
        <Moon size={16} aria-hidden />
      </IconButton>
      <IconButton label={words.rail.keys} onClick={onKeys}>
        <Keyboard size={16} aria-hidden />
      </IconButton>
      <AccountMenu account={account} side="right" withLabel />
    </nav>
  );
}
