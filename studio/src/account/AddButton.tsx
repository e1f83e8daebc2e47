import { Plus } from "lucide-react";
import { Button } from "../ui/Button";

/** What a page's head offers to add; on a phone the plus alone. */
export function AddButton({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <Button kind="line" icon={<Plus size={14} aria-hidden />} className="max-md:size-11 max-md:px-0" onClick={onClick}>
      <span className="max-md:sr-only">{label}</span>
    </Button>
  );
}
