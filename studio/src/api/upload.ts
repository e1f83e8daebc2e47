import { toApiError } from "./problem";
import type { Asset } from "./types";

/** Uploads one file and tells the share sent so far (0 to 1). fetch cannot tell it, hence XMLHttpRequest. */
export function uploadFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Asset> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/assets");
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) {
        onProgress(event.loaded / event.total);
      }
    });
    request.addEventListener("load", () =>
      request.status === 201
        ? resolve(request.response as Asset)
        : reject(toApiError(request.status, request.response as unknown)),
    );
    request.addEventListener("error", () => reject(new TypeError("The upload was cut off.")));
    request.addEventListener("abort", () => reject(new DOMException("Removed", "AbortError")));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
