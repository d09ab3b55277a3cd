/** The colour of an office as the screens wear it, in the light and in the dark. */
export interface Accent {
  readonly light: AccentTokens
  readonly dark: AccentTokens
  /** Why it is not the colour that was asked for: too faint on paper, or too near the amber of a call. */
  readonly why: 'faint' | 'call' | null
}

/** Values of the tokens of the accent in one theme. */
export interface AccentTokens {
  readonly accent: string
  readonly deep: string
  readonly soft: string
}

/** Ratios of WCAG AA for text, and the one that words on a tinted ground keep. */
const AA = 4.5
const STRONG = 7
/** The grounds on which the accent is read and written, of `tokens.css`; a test keeps both alike. */
export const GROUNDS = {
  light: { grounds: ['#f6f3ea', '#fffdf8', '#ebe7da'], on: '#fffdf8', tint: 0.14 },
  dark: { grounds: ['#061614', '#0c2320', '#04100e'], on: '#04231e', tint: 0.22 },
} as const
/** Hues, in degrees, that people would take for the amber of "come now"; the office gets the nearer edge. */
const CALL = [20, 66] as const
/** Below this share of colour it is a grey, whatever its hue. */
const GREY = 0.2

/**
 * A colour (`#0b5fa5`) as text and buttons wear it in both themes: the nearest that is legible and is not taken for a call.
 * @example accentOf('#ffff00').why // 'call'
 */
export function accentOf(wanted: string): Accent {
  const [hue, share, lightness] = hslOf(wanted)
  const amber = share > GREY && hue > CALL[0] && hue < CALL[1]
  const apart = amber ? (hue - CALL[0] < CALL[1] - hue ? CALL[0] : CALL[1]) : hue
  const light = tokens([apart, share, lightness], 'light')
  const dark = tokens([apart, share, lightness], 'dark')
  const faint = light.accent !== hexOf([apart, share, lightness])
  return { light, dark, why: amber ? 'call' : faint ? 'faint' : null }
}

/** The style sheet that puts the accent of an office over the usual one; high contrast keeps its own. */
export function accentStyle(wanted: string): string {
  const { light, dark } = accentOf(wanted)
  const rule = (where: string, { accent, deep, soft }: AccentTokens) =>
    `${where}{--accent:${accent};--deep:${deep};--accent-soft:${soft}}`
  return [
    rule(":root:not([data-theme='dark'],[data-theme='contrast'])", light),
    `@media (prefers-color-scheme:dark){${rule(':root:not([data-theme])', dark)}}`,
    rule(":root[data-theme='dark']", dark),
    '',
  ].join('\n')
}

/** How well two colours stand out from each other, as WCAG counts it: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

type Hsl = readonly [hue: number, share: number, lightness: number]

function tokens(wanted: Hsl, theme: keyof typeof GROUNDS): AccentTokens {
  const { grounds, on, tint } = GROUNDS[theme]
  const accent = until(wanted, theme, c => [...grounds, on].every(ground => contrast(c, ground) >= AA))
  const soft = mixed(accent, grounds[1], tint)
  const deep = until(hslOf(accent), theme, c => [soft, ...grounds].every(ground => contrast(c, ground) >= STRONG))
  return { accent, deep, soft }
}

/** The nearest colour of the same hue, darker on paper and lighter in the dark, that is good enough. */
function until([hue, share, lightness]: Hsl, theme: keyof typeof GROUNDS, good: (color: string) => boolean): string {
  const step = theme === 'light' ? -0.005 : 0.005
  for (let l = lightness; l >= 0 && l <= 1; l += step) {
    const color = hexOf([hue, share, l])
    if (good(color)) return color
  }
  return theme === 'light' ? '#000000' : '#ffffff'
}

function channels(hex: string): readonly [number, number, number] {
  return [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number]
}

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function mixed(color: string, ground: string, share: number): string {
  const [over, under] = [channels(color), channels(ground)]
  return textOf(over.map((c, i) => c * share + under[i]! * (1 - share)))
}

function hslOf(hex: string): Hsl {
  const [r, g, b] = channels(hex)
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)]
  const [lightness, span] = [(most + least) / 2, most - least]
  if (span === 0) return [0, 0, lightness]
  const turn = most === r ? ((g - b) / span + 6) % 6 : most === g ? (b - r) / span + 2 : (r - g) / span + 4
  return [turn * 60, span / (1 - Math.abs(2 * lightness - 1)), lightness]
}

function hexOf([hue, share, lightness]: Hsl): string {
  const span = share * Math.min(lightness, 1 - lightness)
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12
    return lightness - span * Math.max(-1, Math.min(k - 3, 9 - k, 1))
  }
  return textOf([channel(0), channel(8), channel(4)])
}

function textOf(parts: readonly number[]): string {
  return `#${parts
    .map(c =>
      Math.round(Math.min(1, Math.max(0, c)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
