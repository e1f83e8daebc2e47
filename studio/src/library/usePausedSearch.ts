import { useEffect, useState } from "react";
import { useLatest } from "../ui/latest";

const pause = 250;

/** What is typed into a search, which is asked for once the typing pauses; another search from elsewhere takes its place. */
export function usePausedSearch(value: string, onSearch: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  const search = useLatest(onSearch);
  if (value !== asked) {
    setAsked(value);
    if (value !== text.trim()) {
      setText(value);
    }
  }
  useEffect(() => {
    if (text.trim() === asked) {
      return;
    }
    const timer = setTimeout(() => search.current(text.trim()), pause);
    return () => clearTimeout(timer);
  }, [text, asked, search]);
  return [text, setText];
}
