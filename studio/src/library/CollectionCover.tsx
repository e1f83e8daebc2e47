import { useQuery } from "@tanstack/react-query";
import { Folder } from "lucide-react";
import { type Collection, fetchCover } from "./calls";

/** The newest three pictures of a collection as one. */
export function CollectionCover({ collection: { id, count } }: { collection: Collection }) {
  const { data: takes = [] } = useQuery({
    queryKey: ["cover", id, count],
    queryFn: ({ signal }) => fetchCover(id, signal),
    enabled: count > 0,
  });
  const posters = takes.flatMap(({ outputs }) => outputs[0]?.posterUrl ?? []).slice(0, 3);
  if (posters.length === 0) {
    return (
      <span className="grid h-23.5 place-items-center rounded-md bg-surface-1 text-ink-3 max-md:h-19">
        <Folder size={20} aria-hidden />
      </span>
    );
  }
  return (
    <span
      className={`grid h-23.5 grid-rows-2 gap-0.5 overflow-hidden rounded-md max-md:h-19 ${posters.length > 1 ? "grid-cols-[2fr_1fr]" : ""}`}
    >
      {posters.map((src, index) => (
        <img
          key={src}
          src={src}
          alt=""
          loading="lazy"
          className={`size-full min-h-0 object-cover ${index === 0 || posters.length === 2 ? "row-span-2" : ""}`}
        />
      ))}
    </span>
  );
}
