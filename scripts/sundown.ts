/** `pnpm sundown`: the command line of the engine, and beside it what needs the database. */
import { auditCommand } from './audit.ts'

const words = process.argv.slice(2).filter((word, at) => at > 0 || word !== '--')

if (words[0] === 'audit') process.exitCode = await auditCommand(words.slice(1), process.env)
else await import('../packages/core/src/cli/main.ts')
