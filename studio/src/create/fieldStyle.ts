/** The look of a text field, a number field and a list of choices. */
export const fieldStyle =
  "w-full rounded-sm border border-transparent bg-surface-2 px-3 transition hover:border-line-strong focus:border-accent-line aria-invalid:border-bad max-md:text-16";
