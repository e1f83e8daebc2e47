/** Shows an element on the whole screen, or ends that. */
export function switchFullScreen(element: HTMLElement | null): void {
  void (document.fullscreenElement === null ? element?.requestFullscreen() : document.exitFullscreen());
}
