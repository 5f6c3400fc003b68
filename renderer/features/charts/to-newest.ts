/** Shows the right end of what is wider than its room: there the newest stands. Stable, so that it runs once. */
export function toNewest(room: HTMLDivElement | null): void {
  if (room) room.scrollLeft = room.scrollWidth;
}
