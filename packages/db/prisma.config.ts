import { defineConfig } from 'prisma/config'

/** For `prisma generate` and, where its engine can be had, `prisma migrate deploy` and `prisma studio`. */
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
