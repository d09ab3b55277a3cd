import path from 'node:path'

const screens = ['kiosk', 'display', 'survey', 'booking', 'console', 'gallery']

/** Who may import whom (docs/architecture.md). The most specific floor wins; `npm` lists the packages a floor may use. */
const FLOORS = [
  { folder: 'shared/web', may: ['shared'], not: ['zod', 'node:'] },
  { folder: 'shared', may: [], npm: ['zod'], except: ['shared/web'] },
  { folder: 'server/http', may: ['shared', 'server/services', 'server/config.ts'], except: ['shared/web'] },
  { folder: 'server/realtime', may: ['shared', 'server/services', 'server/config.ts'], except: ['shared/web'] },
  {
    folder: 'server/services',
    may: ['shared', 'server/store', 'server/journal', 'server/config.ts'],
    except: ['shared/web'],
    not: ['hono', 'kysely', 'socket.io'],
  },
  {
    folder: 'server/gateways',
    may: ['shared', 'server/services'],
    except: ['shared/web'],
    not: ['hono', 'kysely', 'socket.io'],
  },
  { folder: 'server/jobs', may: ['shared', 'server/services'], except: ['shared/web'], not: ['hono', 'kysely'] },
  { folder: 'server/store', may: ['shared', 'server/journal'], except: ['shared/web'] },
  { folder: 'server/journal', may: ['shared'], except: ['shared/web'] },
  { folder: 'server', may: ['shared'], except: ['shared/web'] },
  { folder: 'gallery', may: ['shared', ...screens], not: ['zod', 'node:'] },
  ...screens.map(folder => ({ folder, may: ['shared'], not: ['zod', 'node:'] })),
]

const inside = (file, folder) => file === folder || file.startsWith(folder + '/')
const named = (source, list) => list.some(n => source === n || source.startsWith(n.endsWith(':') ? n : n + '/'))

/** Why `file` may not import `source`, or `undefined` when it may. Paths are relative to the project. */
export function refusal(file, source, typeOnly = false) {
  const floor = FLOORS.find(f => inside(file, f.folder))
  if (!floor) return undefined
  if (!source.startsWith('.')) {
    if (floor.npm && !named(source, floor.npm))
      return `${floor.folder} may use only ${floor.npm.join(', ')}, not ${source}`
    if (floor.not && named(source, floor.not)) return `${floor.folder} may not use ${source}`
    return undefined
  }
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), source))
  if (inside(target, floor.folder) && !floor.except?.some(e => inside(target, e))) return undefined
  if (floor.except?.some(e => inside(target, e))) return `${floor.folder} may not reach ${target}`
  if (!floor.may.some(m => inside(target, m))) return `${floor.folder} may not reach ${target}`
  // Schemas stay on the server: a screen takes only the types of the contract, so no Zod reaches a phone.
  if (
    !typeOnly &&
    /^shared\/contracts\/(api|schemas|route|\w+-routes)\.ts$/.test(target) &&
    (screens.includes(floor.folder) || floor.folder === 'shared/web')
  )
    return `${floor.folder} may import only types from ${target}`
  return undefined
}

export const walls = {
  rules: {
    walls: {
      meta: { type: 'problem', schema: [] },
      create(context) {
        const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
        const check = node => {
          if (!node.source) return
          const why = refusal(file, node.source.value, (node.importKind ?? node.exportKind) === 'type')
          if (why) context.report({ node, message: `${why}; see docs/architecture.md` })
        }
        return {
          ImportDeclaration: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
          ImportExpression: check,
        }
      },
    },
  },
}
