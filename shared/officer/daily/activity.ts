import type { Activity, ReportText } from './report.ts'

/**
 * A link as it is sent: what has no `https://` before a name of the web gets it; undefined for what is no link.
 * @example linkOf('drive.google.com/abc') // 'https://drive.google.com/abc'
 */
export function linkOf(typed: string): string | undefined {
  const text = typed.trim()
  if (text === '' || /^https?:\/\/\S+$/i.test(text)) return text
  return /^[^\s:/?#@]+\.[^\s:/?#@.]{2,}(?::\d+)?(?:[/?#]\S*)?$/.test(text) ? `https://${text}` : undefined
}

/** Whether something ended before it began, where both are said. */
export function isBackwards({ from, to }: Pick<Activity, 'from' | 'to'>): boolean {
  return from !== '' && to !== '' && to < from
}

/** Why a line cannot be sent as it stands. */
export type Wrong = 'link' | 'to'

/** What stands wrong in one line; undefined where it can be sent. */
export function wrongIn(activity: Pick<Activity, 'from' | 'to' | 'link'>): Wrong | undefined {
  if (isBackwards(activity)) return 'to'
  return linkOf(activity.link) === undefined ? 'link' : undefined
}

/** What of a text is sent: lines that say something, without spaces around and with whole links. */
export function toSend({ activities, note }: ReportText): ReportText {
  const sent = activities
    .filter(a => a.what.trim() !== '')
    .map(a => ({
      ...a,
      ...{ what: a.what.trim(), quantity: a.quantity.trim(), output: a.output.trim(), skp: a.skp.trim() },
      link: linkOf(a.link) ?? a.link.trim(),
    }))
  return { activities: sent, note: note.trim() }
}
