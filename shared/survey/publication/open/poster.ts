import type { LocalDate } from '../../../kit/time.ts'
import { periodName, dateYearText } from '../../../text/period.ts'
import { profileItemText, profileValueText, publicationText as words } from '../../../text/publication.ts'
import { numberText, say } from '../../../text/text.ts'
import { monthText } from '../../../text/ui.ts'
import { fixedPeriod } from '../../fixed-periods.ts'
import { KINERJA } from '../../ikm.ts'
import { unsurName } from '../../unsur-name.ts'
import type { Published } from '../publication.ts'

/** Letters of a line of what was improved that fit on a sheet, and how many lines do. */
const [MOST_LINE, MOST_LINES] = [160, 3]
/** Bars begin at the lowest mark that there is. */
const [LOWEST, STEPS] = [1, 3]

/** The official sheet of an IKM, as it is set for print: everything on it is already words. */
export interface Poster {
  readonly title: string
  readonly heads: readonly string[]
  readonly value: { readonly heading: string; readonly ikm: string; readonly mutu: string; readonly range: string }
  readonly people: {
    readonly heading: string
    readonly sub: string
    readonly rows: readonly (readonly [term: string, told: string])[]
  }
  readonly unsur: {
    readonly heading: string
    readonly scale: string
    /** `share` of the whole bar, 0 to 1; `light` where something is done about it. */
    readonly bars: readonly {
      readonly name: string
      readonly nrr: string
      readonly share: number
      readonly light: boolean
    }[]
    readonly below: string
  }
  readonly improved: { readonly heading: string; readonly lines: readonly string[] }
  readonly scan: { readonly words: string; readonly address: string }
  readonly thanks: readonly [string, string]
  readonly foot: string
}

/** What stands around the figures of a sheet. */
export interface AroundPoster {
  /** Id of the service whose sheet it is; undefined of the whole unit. */
  readonly service?: string | undefined
  readonly unit: string
  readonly government: string
  /** Its page, which the code on it leads to. */
  readonly address: string
  readonly version: number
  readonly publishedOn: LocalDate
  /** What everybody reads of the plans. */
  readonly plans: readonly {
    readonly unsur: string
    readonly told: string
    readonly state: 'planned' | 'running' | 'done'
  }[]
  readonly demo: boolean
}

/**
 * The official sheet of a published IKM, of the whole unit or of one service; undefined for a service that is not published by itself. The
 * profile is told of the whole unit alone, for a service would have few of each. Source: the sheet that programs for SKM have in common.
 */
export function posterOf(it: Published, around: AroundPoster): Poster | undefined {
  const { service, unit, government, plans } = around
  const own = service === undefined ? undefined : it.services.find(one => one.service === service)
  if (service !== undefined && !own) return undefined
  const { ikm, mutu, n, unsur } = own ?? it
  const w = (key: keyof typeof words, values?: Record<string, string | number>) => say(words[key], 'id', values)
  const num = (value: number, digits = 0) => numberText(value, 'id', digits)
  const tables = own ? [] : it.profile.filter(({ item }) => item === 'sex' || item === 'education')
  // Of one service nobody can say what of the plan is about it.
  const running = own ? [] : plans.filter(plan => plan.state !== 'done').map(plan => plan.unsur)
  const improving = unsur.filter(one => running.some(key => key === one.unsur)).map(one => unsurName(one)[0])
  const brought = !own && it.brought ? ` ${w('sheet.brought', { n: num(it.brought) })}` : ''
  const leftOut = !own && it.leftOut ? ` ${w('leftOut', { n: num(it.leftOut) })}` : ''
  return {
    title: `${w('title')} ${periodTitle(it.period)}, ${own ? `${own.name[0]}, ` : ''}${unit}`,
    heads: [`${w('title')} (${w('short')})`, unit, government, periodTitle(it.period)]
      .filter(line => line !== '')
      .map(line => line.toUpperCase()),
    value: {
      heading: w('sheet.value'),
      ikm: num(ikm, 2),
      mutu: w('mutu.is', { mutu, says: KINERJA[mutu][0] }),
      range: !own && it.interval ? w('interval', { low: num(it.interval.low, 2), high: num(it.interval.high, 2) }) : '',
    },
    people: {
      heading: w('sheet.service', { name: own ? own.name[0] : w('sheet.all') }),
      sub: w('sheet.people'),
      rows: [
        [w('sheet.n'), w('people', { n: num(n) })],
        ...tables.map(({ item, rows }): [string, string] => [
          say(profileItemText(item), 'id').toUpperCase(),
          `${rows.map(row => `${row.kind === 'value' && item === 'sex' ? row.value : say(profileValueText(item, row), 'id')} = ${num(row.n)}`).join(', ')} orang`,
        ]),
        [w('sheet.period'), w('sheet.days', { from: dateYearText(it.from, 'id'), to: dateYearText(it.through, 'id') })],
      ],
    },
    unsur: {
      heading: w('unsur'),
      scale: w('unsur.scale'),
      bars: unsur.map(one => ({
        name: unsurName(one)[0],
        nrr: num(one.nrr, 3),
        share: Math.min(1, Math.max(0, (one.nrr - LOWEST) / STEPS)),
        light: running.some(key => key === one.unsur),
      })),
      below: [
        improving.length > 0 ? w('sheet.improving', { unsur: improving.join(', ').toLowerCase() }) : '',
        own && it.profile.length > 0 ? w('sheet.whole') : '',
      ]
        .filter(line => line !== '')
        .join(' '),
    },
    improved: {
      heading: w('improved'),
      lines: plans
        .filter(plan => plan.state === 'done')
        .slice(0, MOST_LINES)
        .map(plan => cut(plan.told)),
    },
    scan: { words: w('sheet.scan'), address: around.address },
    thanks: [w('sheet.thanks'), w('sheet.use')],
    foot: `${w('version', { n: around.version, date: dateYearText(around.publishedOn, 'id') })} · ${it.regulation}${around.demo ? ' · Data contoh' : ''}.${brought}${leftOut}`,
  }
}

/** `Triwulan II (April–Juni) Tahun 2026`, as the sheet has it. */
function periodTitle(key: string): string {
  const period = fixedPeriod(key)
  if (!period) return key
  const year = period.from.slice(0, 4)
  if (period.kind === 'year') return `Tahun ${year}`
  const months = `${monthText(period.from, 'id')}–${monthText(period.to, 'id')}`
  return `${periodName(period, 'id').replace(` ${year}`, '')} (${months}) Tahun ${year}`
}

function cut(line: string): string {
  const one = line.replace(/\s+/g, ' ').trim()
  return one.length <= MOST_LINE ? one : `${one.slice(0, MOST_LINE - 1).trimEnd()}…`
}
