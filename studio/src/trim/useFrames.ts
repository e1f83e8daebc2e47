import { useEffect, useRef } from "react";

const seeked = (video: HTMLVideoElement) =>
  new Promise<void>((resolve, reject) => {
    video.addEventListener("seeked", () => resolve(), { once: true });
    video.addEventListener("error", () => reject(new Error("The clip cannot be shown.")), { once: true });
  });

/** Draws pictures of a clip side by side onto a canvas, evenly over its length. */
export function useFrames(url: string, length: number, frames: number) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const video = Object.assign(document.createElement("video"), { src: url, muted: true, preload: "auto" });
    const stop = new AbortController();
    async function draw(): Promise<void> {
      for (let index = 0; index < frames && !stop.signal.aborted; index++) {
        video.currentTime = ((index + 0.5) * length) / frames;
        await seeked(video);
        const strip = canvas.current;
        const context = strip?.getContext("2d");
        if (strip == null || context == null || video.videoWidth === 0) {
          return;
        }
        const width = strip.width / frames;
        const scale = Math.max(width / video.videoWidth, strip.height / video.videoHeight);
        const [w, h] = [width / scale, strip.height / scale];
        const [x, y] = [(video.videoWidth - w) / 2, (video.videoHeight - h) / 2];
        context.drawImage(video, x, y, w, h, index * width, 0, width, strip.height);
      }
    }
    draw().catch(() => undefined);
    return () => {
      stop.abort();
      video.removeAttribute("src");
      video.load();
    };
  }, [url, length, frames]);
  return canvas;
}
