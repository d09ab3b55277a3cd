// npm run backtest
import { command } from './lib/command.mjs'

await command(new URL('./backtest.ts', import.meta.url))
