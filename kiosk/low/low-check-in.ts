import { checkInText as text } from '../../shared/text/kiosk-check-in.ts'
import { kioskText } from '../../shared/text/kiosk.ts'
import { spokenLabel } from '../../shared/voice/spoken.ts'
import { lang, t } from '../../shared/web/lang.ts'
import { checkInTrouble } from '../check-in/arrival.ts'
import { numberClaim, provedClaim } from '../parts/claim.ts'
import type { Page } from '../parts/flow.ts'
import type { LowContext, LowView, Option } from './low-option.ts'
import { sheetOf } from '../parts/services.ts'

type CheckIn = Extract<Page, { name: 'checkIn' }>

const DIGITS = [...'123456789']

/** Check-in in the accessible mode: the scanner is heard all the time; by keys first the series, then its digits. */
export function checkInView(page: CheckIn, size: number, context: LowContext): LowView {
  const found = checkInTrouble(page, context.now, context.zone)
  const saving = page.take.state === 'busy' ? t(text.busy) : ''
  if (page.take.state === 'unsaved' && found)
    return {
      heading: t(text['home.title']),
      lead: t(text['scan.title']),
      caption: found.words,
      options: [{ key: '1', label: t(text.retry), note: [], wish: { do: 'present' } }],
    }
  if (page.asks !== null) return proof(page, page.asks, found?.words ?? saving)
  return page.letter === '' ? series(page, size, context, found?.words ?? saving) : digits(page, found?.words ?? saving)
}

function series(page: CheckIn, size: number, context: LowContext, news: string): LowView {
  const { items, sheet, of } = sheetOf(context.series, page.sheet, size)
  const options: Option[] = items.map(({ letter, name }, i) => ({
    key: String(i + 1),
    label: t(text['low.series'], { letter, service: t(name) }),
    note: [],
    wish: { do: 'series', letter },
  }))
  if (of > 1)
    options.push({
      key: '9',
      label: t(kioskText['low.more']),
      onward: true,
      note: [t(kioskText['home.sheet'], { n: sheet + 1, of })],
      wish: { do: 'turn', sheet: (sheet + 1) % of },
    })
  const spoken = options.map(({ key, label }) => t(kioskText['low.for'], { key, label })).join('. ')
  return {
    heading: t(text['home.title']),
    lead: t(text['scan.title']),
    caption: news || `${t(text['low.scan'])}. ${spoken}.`,
    options,
  }
}

function digits(page: CheckIn, news: string): LowView {
  const letters = `${page.letter}R`
  const typed = `${letters}-${page.digits}`
  const said = page.digits && t(text['low.typed'], { number: spokenLabel(typed, 'digits', lang()) })
  return {
    heading: typed,
    lead: t(text['home.title']),
    caption: news || said || `${t(text['low.digits'], { letter: letters })}.`,
    pad: true,
    options: keypad(page, numberClaim(page.letter, page.digits) !== null, t(text.next)),
  }
}

/** What only the holder knows, digit by digit. */
function proof(page: CheckIn, number: string, news: string): LowView {
  const said = page.proof && t(text['low.proved'], { digits: [...page.proof].join(' ') })
  return {
    heading: page.proof || number,
    lead: t(text['proof.title'], { number }),
    caption: news || said || `${t(text['low.proof'])}.`,
    pad: true,
    options: keypad(page, provedClaim(number, page.proof) !== null, t(text.act)),
  }
}

function keypad(page: CheckIn, ready: boolean, go: string): readonly Option[] {
  const busy = page.take.state === 'busy'
  const digit = (sign: string): Option => ({
    key: sign,
    label: sign,
    note: [],
    ...(busy ? {} : { wish: { do: 'digit', digit: sign } }),
  })
  return [
    ...DIGITS.map(digit),
    { key: '*', label: t(text['keys.erase']), note: ['*'], ...(busy ? {} : { wish: { do: 'erase' } }) },
    digit('0'),
    {
      key: '#',
      label: go,
      note: ['#'],
      ...(busy ? { busy } : {}),
      ...(ready && !busy ? { wish: { do: 'present' } } : {}),
    },
  ]
}
