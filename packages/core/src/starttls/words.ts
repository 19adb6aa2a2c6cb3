/** A peer's words as they are kept: no control character reaches a terminal, at most 200 characters. */
export function words(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200)
}
