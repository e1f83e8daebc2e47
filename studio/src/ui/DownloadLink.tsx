import { Download } from "lucide-react";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonLook } from "./Button";
import { megabytes } from "./format";

interface DownloadLinkProps extends ComponentProps<"a">, ButtonLook {
  output: { readonly videoUrl: string; readonly bytes: number };
}

/** Saves a video, and says how large it is. */
export function DownloadLink({ output, kind, size, className, children, ...rest }: DownloadLinkProps) {
  return (
    <a href={`${output.videoUrl}&download=1`} download className={buttonLook({ kind, size, className })} {...rest}>
      <Download size={16} aria-hidden />
      {children}
      <span className="font-medium tabular-nums opacity-75">{megabytes(output.bytes)}</span>
    </a>
  );
}
