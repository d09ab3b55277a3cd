import { stubKey } from '../shared/ticket/stub-key.ts'
import { forgetBefore, linksFrom } from '../shared/web/own-links.ts'

// The page is complete without this script; it adds the numbers that only this phone knows, such as one that was scanned.
const today = document.documentElement.dataset['today'] ?? ''
const list = document.querySelector('#own')

void forgetBefore(today)
const more = linksFrom(today).filter(link => list?.querySelector(`[data-own="${stubKey(link)}"]`) === null)
// Only a phone that knows such numbers pays for drawing them.
if (list && more.length > 0) void import('./own-stubs.ts').then(({ addStubs }) => addStubs(list, more))
