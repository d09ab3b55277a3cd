import { numberText } from '../../../text/text.ts'
import type { Published } from '../publication.ts'

/** Pixels that a sign of the badge takes at most; wide ones, so that no text is cut. */
const SIGN = 7.2

/**
 * A badge for a website of the office: its name for the figure, the IKM and the letter as an SVG of its own, without fonts or scripts. `label`
 * and `period` are words of the product or of a period, never typed.
 */
export function badgeOf({ ikm, mutu }: Pick<Published, 'ikm' | 'mutu'>, label: string, period: string): string {
  return drawn(`${label} ${period}`, `${numberText(ikm, 'id', 2)} · ${mutu}`, '#0f4c4a')
}

/** The same before anything was published: a site that has it shows no broken picture. */
export function emptyBadge(label: string, says: string): string {
  return drawn(label, says, '#5b6361')
}

function drawn(left: string, value: string, ground: string): string {
  const [a, b] = [left, value].map(text => Math.ceil(text.length * SIGN) + 16) as [number, number]
  const text = (x: number, said: string) =>
    `<text x="${x}" y="17" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="12" fill="#fff">${said}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${a + b}" height="26" role="img" aria-label="${left}: ${value}">`,
    `<title>${left}: ${value}</title>`,
    `<rect width="${a + b}" height="26" rx="5" fill="${ground}"/>`,
    `<path d="M${a} 0h${b - 5}a5 5 0 0 1 5 5v16a5 5 0 0 1-5 5h-${b - 5}z" fill="#1c1c1c"/>`,
    text(a / 2, left),
    text(a + b / 2, value),
    '</svg>',
  ].join('')
}
