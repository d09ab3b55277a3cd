import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { accentOf, accentStyle, contrast, GROUNDS } from '../../shared/office/look/accent.ts'
import { fc, runs } from '../helpers/property.ts'

const color = fc.integer({ min: 0, max: 0xffffff }).map(n => `#${n.toString(16).padStart(6, '0')}`)
const forAll = (holds: (color: string) => void) => fc.assert(fc.property(color, holds), { numRuns: runs(300) })
const hueOf = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number]
  const [most, span] = [Math.max(r, g, b), Math.max(r, g, b) - Math.min(r, g, b)]
  if (span === 0) return undefined
  const turn = most === r ? (g - b) / span + 6 : most === g ? (b - r) / span + 2 : (r - g) / span + 4
  return { hue: (turn * 60) % 360, span }
}

describe('the colour of an office', () => {
  it('is legible as text and under text, in the light and in the dark, whatever was asked for [Z30]', () => {
    forAll(wanted => {
      const { light, dark } = accentOf(wanted)
      for (const [theme, { accent, deep, soft }] of [['light', light] as const, ['dark', dark] as const]) {
        const { grounds, on } = GROUNDS[theme]
        for (const ground of [...grounds, on]) expect(contrast(accent, ground)).toBeGreaterThanOrEqual(4.5)
        for (const ground of [...grounds, soft]) expect(contrast(deep, ground)).toBeGreaterThanOrEqual(7)
      }
    })
  })

  it('stays as it was asked for where it is legible, and says why it does not [Z30]', () => {
    expect(accentOf('#0b5fa5')).toMatchObject({ light: { accent: '#0b5fa5' }, why: null })
    expect(accentOf('#66ccff')).toMatchObject({ why: 'faint' })
    expect(accentOf('#f6b130')).toMatchObject({ why: 'call' })
    expect(accentOf('#808080').why).toBe('faint')
  })

  it('is never taken for the amber of a call, in neither theme [Z30]', () => {
    forAll(wanted => {
      for (const { accent } of [accentOf(wanted).light, accentOf(wanted).dark]) {
        const is = hueOf(accent)
        // So little colour is a grey.
        if (is && is.span > 60) expect(is.hue > 23 && is.hue < 62, `${wanted} ${accent}`).toBe(false)
      }
    })
  })

  it('is measured on the grounds of the tokens, and leaves high contrast and the amber alone [Z30]', () => {
    const css = readFileSync('shared/web/ui/tokens.css', 'utf8').toLowerCase()
    const [light, dark] = [
      css.slice(css.indexOf("[data-theme='light']")),
      css.slice(css.indexOf("[data-theme='dark']")),
    ]
    for (const [theme, text] of [['light', light] as const, ['dark', dark] as const]) {
      const value = (token: string) => new RegExp(`--${token}: (#[0-9a-f]{6})`).exec(text)![1]
      expect([value('paper'), value('surface'), value('sunk')]).toEqual(GROUNDS[theme].grounds)
      expect(value('on-accent')).toBe(GROUNDS[theme].on)
    }
    expect(accentStyle('#0b5fa5')).not.toMatch(/call|data-theme='contrast'\]\{/)
    expect(accentStyle('#0b5fa5').length).toBeLessThan(500)
  })
})
