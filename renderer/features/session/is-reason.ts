/** Whether a text is enough of a reason for the core: three characters that are not spaces around it. */
export function isReason(text: string): boolean {
  return text.trim().length >= 3;
}
