/** What a browser without scripts shows. */
export function wordsIn(html: string): string {
  return html
    .replace(/<script[^]*?<\/script>|<dialog[^]*?<\/dialog>|<head>[^]*?<\/head>|<svg[^]*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}
