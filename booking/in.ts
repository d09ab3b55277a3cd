import { ownBookings } from '../shared/ticket/in-parts.ts'
import { textOf } from '../shared/ticket/markup.ts'
import type { Lang } from '../shared/kit/words.ts'
import { forgetBefore, ticketsOf } from '../shared/web/own-links.ts'

// The page explains itself without this script; with it the phone's own bookings are one touch away.
const place = document.getElementById('own')
if (place) {
  const { code = '', dates = '' } = place.dataset
  void forgetBefore(dates.split(' ').sort()[0] ?? '')
  const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'id'
  place.innerHTML = textOf(ownBookings(ticketsOf(dates.split(' ')), code, lang))
}
