import type { Lang } from '../kit/words.ts'
import type { Instant, Zone } from '../kit/time.ts'
import { isWholeDay } from '../office/hours.ts'
import type { OfficeInfo } from '../office/office.ts'
import { say } from '../text/text.ts'
import { dateText, timeText } from '../text/ui.ts'
import { whereText as words } from '../text/where.ts'
import { html, type Gap, type Markup } from './markup.ts'

/** Where an office is, as it says so itself; what it leaves empty is not shown. */
export type Place = Pick<OfficeInfo, (typeof PLACE)[number]> & { readonly zone: Zone }

/** What an office says of itself to whoever is to come. */
export const PLACE = ['address', 'addressEn', 'phone', 'mapPoint', 'entrance', 'entranceEn'] as const

/** The address in a language; what is not written in English stands as it is. */
export function addressText(place: Pick<Place, 'address' | 'addressEn'>, lang: Lang): string {
  return (lang === 'en' && place.addressEn) || place.address
}

/** The hours of one day as they are told; `null` where it is closed. */
export interface Hours {
  readonly noon: Instant
  readonly open: { readonly from: Instant; readonly to: Instant } | null
}

/**
 * A point on the map as latitude and longitude.
 * @example pointOf({ mapPoint: '-0.5, 117.15' }) // ['-0.5', '117.15']
 */
export function pointOf({ mapPoint }: Pick<Place, 'mapPoint'>): readonly [string, string] | undefined {
  const [lat, lon] = mapPoint.split(',').map(part => part.trim())
  return lat && lon ? [lat, lon] : undefined
}

/** Address, map, phone, hours of the day and the entrance for wheelchairs; a plain link, no map of somebody else's. */
export function wherePart(place: Place, hours: Hours, lang: Lang): Markup {
  const time = (at: Instant) => timeText(at, place.zone, lang)
  const open = !hours.open
    ? say(words['hours.closed'], lang)
    : isWholeDay(hours.open)
      ? say(words['hours.always'], lang)
      : say(words['hours.span'], lang, { from: time(hours.open.from), to: time(hours.open.to), zone: place.zone })
  const day = say(words.hours, lang, { date: dateText(hours.noon, place.zone, lang) })
  const { address, phone, entrance } = placeFacts(place, lang)
  return html`<dl class="card facts where">${address} ${fact(day, open)} ${phone} ${entrance}</dl>`
}

/** The address alone, for the steps on which somebody decides when to come. */
export function addressPart(place: Omit<Place, 'zone'>, lang: Lang): Markup | false {
  const { address } = placeFacts(place, lang)
  return address !== false && html`<dl class="card facts where">${address}</dl>`
}

/** Where an office is and how it is reached, each as a row of a list; what it leaves empty is not there. */
export function placeFacts(place: Omit<Place, 'zone'>, lang: Lang): Record<'address' | 'phone' | 'entrance', Gap> {
  const point = pointOf(place)
  const map = point && `https://www.openstreetmap.org/?mlat=${point[0]}&mlon=${point[1]}#map=17/${point.join('/')}`
  // The link stands in the address's own row: a list of facts holds nothing else.
  const link = map !== undefined && html`<a href="${map}" rel="noreferrer">${say(words.map, lang)}</a>`
  const address = addressText(place, lang)
  const entrance = (lang === 'en' && place.entranceEn) || place.entrance
  const dial = place.phone.replace(/[^\d+]/g, '')
  return {
    address: (address !== '' || link) && fact(say(words.address, lang), html`${address} ${link}`),
    phone: place.phone !== '' && fact(say(words.phone, lang), html`<a href="tel:${dial}">${place.phone}</a>`),
    entrance: entrance !== '' && fact(say(words.entrance, lang), entrance),
  }
}

function fact(label: string, value: Markup | string): Markup {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`
}
