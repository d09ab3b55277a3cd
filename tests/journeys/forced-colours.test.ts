import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../helpers/browser.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'

const sheet = (path: string) =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').replace(/@import[^;]+;/g, '')
const ELEMENTS = baseStyles.cssText
const BOOKING = ['base.css', 'booking-page.css', 'booking-slots.css', 'booking-lists.css']
  .map(file => sheet(file === 'base.css' ? 'shared/web/ui/base.css' : `booking/styles/${file}`))
  .join('')

let browser: Browser
beforeAll(async () => void (browser = await openBrowser()))
afterAll(() => browser.close())

describe('with forced colours', () => {
  it.each([
    ['a pressed tab', ELEMENTS, '<button aria-pressed="true">a</button><button aria-pressed="false">a</button>'],
    ['the page of the console', ELEMENTS, '<a aria-current="page" href="#a">a</a><a href="#b">a</a>'],
    ['the chosen day', BOOKING, '<a class="day" aria-current="date" href="#a">a</a><a class="day" href="#b">a</a>'],
    ['the chosen lane', BOOKING, '<a class="lane" aria-current="true" href="#a">a</a><a class="lane" href="#b">a</a>'],
    [
      'the chosen time',
      BOOKING,
      '<label class="slot"><input type="radio" name="s" checked><span>a</span></label>' +
        '<label class="slot"><input type="radio" name="s"><span>a</span></label>',
    ],
    [
      'the chosen case',
      BOOKING,
      '<p class="choice"><input type="radio" name="c" checked>a</p><p class="choice"><input type="radio" name="c">a</p>',
    ],
    ['a step that is done', BOOKING, '<div class="step"><div><i class="done"></i><i></i></div></div>'],
  ])('%s is told apart', async (_, css, body) => {
    const context = await browser.newContext({ forcedColors: 'active' })
    const page = await context.newPage()
    await page.setContent(`<style>${css}</style>${body}`)
    const grounds = await page.evaluate(() =>
      [...document.body.querySelectorAll('button, a, span, i, p')].map(e => getComputedStyle(e).backgroundColor),
    )
    expect(new Set(grounds).size).toBe(2)
    await context.close()
  })

  it('a choice has a ground and a tick where it is chosen, and neither where it is not', async () => {
    const source = readFileSync(new URL('../../shared/web/ui/ui-choice.ts', import.meta.url), 'utf8')
    const shadow = `<template shadowrootmode="open"><style>${/css`([^`]+)`/.exec(source)![1]}</style>
      <span class="box"><svg></svg></span><slot></slot></template>`
    const context = await browser.newContext({ forcedColors: 'active' })
    const page = await context.newPage()
    await page.setContent(`<ui-choice checked>${shadow}a</ui-choice><ui-choice>${shadow}b</ui-choice>`)
    const [on, off] = await page.evaluate(() =>
      [...document.querySelectorAll('ui-choice')].map(one => ({
        ground: getComputedStyle(one).backgroundColor,
        tick: getComputedStyle(one.shadowRoot!.querySelector('svg')!).visibility,
      })),
    )
    expect([on!.tick, off!.tick]).toEqual(['visible', 'hidden'])
    expect(on!.ground).not.toBe(off!.ground)
    await context.close()
  })
})
