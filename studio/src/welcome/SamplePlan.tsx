import type { Model } from "../api/types";
import { Swatch } from "../ui/Swatch";

/** What will be made, and by which model. */
export function SamplePlan({ model, prompt }: { model: Model | undefined; prompt: string }) {
  return (
    <div className="rounded-[14px] bg-surface-1 px-4 py-3.5">
      <p className="text-14 leading-[1.45]">{prompt}</p>
      {model !== undefined && (
        <p className="mt-2.5 flex items-center gap-2 text-12 text-ink-2">
          <Swatch gradient={model.gradient} />
          {model.name}
        </p>
      )}
    </div>
  );
}
