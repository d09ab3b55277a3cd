import { call } from './client.ts'

/** Longest search that the server takes. */
const LONGEST = 80

/** Lets the office count what found nothing. Nobody waits for it: for whoever asked it changes nothing. */
export function countUnfound(office: string, query: string): void {
  const asked = { params: { office }, body: { query: query.slice(0, LONGEST) } }
  void call('POST /api/offices/:office/unfound', asked).catch(() => {})
}
