import { CloseButton } from "./CloseButton";

/** The visible heading of a dialog, with what closes it. */
export function DialogHead({ title }: { title: string }) {
  return (
    <div className="mb-4 flex items-center gap-3">
      <h2 className="min-w-0 flex-1 text-20 font-semibold tracking-title">{title}</h2>
      <CloseButton />
    </div>
  );
}
