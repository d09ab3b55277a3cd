import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import { AppError } from '../../../../shared/kit/errors.ts'
import { isDate, type LocalDate } from '../../../../shared/kit/time.ts'
import type { OfficeInfo, ServiceInfo } from '../../../../shared/office/office.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { MOST_PARTS } from '../../../../shared/queue/steps/part.ts'

/** Where somebody is on the way to a booking; all of it travels in addresses and none of it is about the person. */
export interface Way {
  readonly lang: Lang
  /** Ids of ticked papers. */
  readonly papers: readonly string[]
  readonly priority: boolean
  /** What it is for: a case of the service, or the answer that it is none; absent before it was asked. */
  readonly case?: string | undefined
  /** The life event of which the service is the first part, where it is one. */
  readonly event?: string | undefined
  /** Parts of the event that are left out. */
  readonly without?: readonly string[]
}

/** The values of an address or a form, several under one name. */
export type Fields = Readonly<Record<string, readonly string[]>>

export function wayOf(fields: Fields): Way {
  const papers = (fields['papers'] ?? []).filter(isId)
  return {
    lang: fields['lang']?.[0] === 'en' ? 'en' : 'id',
    papers: [...new Set(papers)].slice(0, 60),
    priority: fields['priority']?.[0] === '1',
    case: (fields['case'] ?? []).find(isId),
    ...eventIn(fields),
  }
}

function eventIn(fields: Fields): Pick<Way, 'event' | 'without'> {
  const event = (fields['event'] ?? []).find(isId)
  return event === undefined ? {} : { event, without: (fields['without'] ?? []).filter(isId).slice(0, MOST_PARTS) }
}

/** What a way says of its life event, as the office is asked for it. */
export function eventOf({ event, without = [] }: Way): { lifeEvent?: string; without?: string[] } {
  return event === undefined ? {} : { lifeEvent: event, ...(without.length > 0 ? { without: [...without] } : {}) }
}

function isId(text: string): boolean {
  return /^[\w.:-]{1,80}$/.test(text)
}

type More = Readonly<Record<string, string | readonly string[] | undefined>>

/** The way as the search part of an address, `?` and `&` included, so that one more value can follow. */
export function queryOf(way: Way, more: More = {}): string {
  const search = new URLSearchParams(pairsOf(way, more))
  return `?${search.size > 0 ? `${search}&` : ''}`
}

/** An address with the way in its language. */
export function hrefOf(path: string, way: Way, more: More = {}): string {
  return `${path}${queryOf(way, more)}lang=${way.lang}`
}

/** The way as hidden fields of a form. */
export function hiddenOf(way: Way, more: More = {}): Markup {
  const fields = [...pairsOf(way, more), ['lang', way.lang] as const]
  return html`${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`
}

function pairsOf(way: Way, more: More): [string, string][] {
  const { event, without } = way
  const all: More = {
    ...{ case: way.case, papers: way.papers, priority: way.priority ? '1' : undefined, event, without },
    ...more,
  }
  return Object.entries(all).flatMap(([name, value = []]) =>
    [value].flat().map((one): [string, string] => [name, one as string]),
  )
}

/** Address of a service's booking pages. */
export function servicePath(office: string, service: string): string {
  return `/b/${encodeURIComponent(office)}/${encodeURIComponent(service)}`
}

/** The service of an address; throws `SERVICE_UNKNOWN`. */
export function serviceOf(office: OfficeInfo, id: string): ServiceInfo {
  const service = office.services.find(s => s.id === id)
  if (!service) throw new AppError('SERVICE_UNKNOWN')
  return service
}

/** A date of an address, or nothing for what is none. */
export function dateOf(text: string | undefined): LocalDate | undefined {
  return text !== undefined && isDate(text) ? text : undefined
}
