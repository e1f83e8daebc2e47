import { toast } from "sonner";

/** Tells what the server has done, for a moment. */
export function tell(text: string): void {
  toast.custom(
    () => (
      <p role="status" className="w-85 rounded-lg bg-surface-2 px-4 py-3 font-medium shadow-3 max-md:w-full">
        {text}
      </p>
    ),
    { unstyled: true },
  );
}
