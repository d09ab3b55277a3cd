import { describe, expect, it } from 'vitest'
import { copyAge, isOver, keptAs, markedCopy } from '../../booking/offline/offline-copy.ts'

const HOME = 'https://antre.example'

describe('what a phone keeps for the time without a network', () => {
  it.each([
    ['/t/abcdefghijklmnopqrst.uv', 'page'],
    ['/t/abcdefghijklmnopqrst.uv?lang=en', 'page'],
    ['/assets/ticket-1a2b.js', 'asset'],
    ['/mark.svg', 'asset'],
    ['/t/abc?batal=1', undefined],
    ['/t/abc?lupa=1', undefined],
    ['/t/abc/cancel', undefined],
    ['/api/tickets/abc', undefined],
    ['/assets/../api/me', undefined],
    ['/console/', undefined],
    ['/s/abc', undefined],
    ['https://other.example/t/abc', undefined],
  ])('%s: %s', (path, kind) => expect(keptAs(new URL(path, HOME).href, HOME)).toBe(kind))

  it('is let go once the ticket is over', () => {
    for (const face of ['done', 'cancelled', 'over', 'lost']) expect(isOver(`<body class="${face}">`)).toBe(true)
    for (const face of ['waiting', 'soon', 'called']) expect(isOver(`<body class="${face}">`)).toBe(false)
  })

  it('tells that it is a copy, and from when', () => {
    expect(markedCopy('<!doctype html>\n<html lang="id">', 7)).toBe('<!doctype html>\n<html data-copy="7" lang="id">')
  })

  it('is as old as its mark says, and a page without a mark is none', () => {
    expect([copyAge('1000', 46_000), copyAge('1000', 0), copyAge(undefined, 46_000)]).toEqual([45_000, 0, undefined])
  })
})
