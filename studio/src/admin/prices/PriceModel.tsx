import type { Model } from "../../api/types";
import { Swatch } from "../../ui/Swatch";

const plain = ["#6f6f7c", "#2b2b33", "#18181c"];

/** A model by its face and name; one that nobody is offered by its id. */
export function PriceModel({ model, id }: { model: Model | undefined; id: string }) {
  return (
    <>
      <Swatch gradient={model?.gradient ?? plain} />
      {model === undefined ? (
        <span className="min-w-0 truncate font-mono text-12">{id}</span>
      ) : (
        <span className="min-w-0 truncate font-medium">{model.name}</span>
      )}
    </>
  );
}
