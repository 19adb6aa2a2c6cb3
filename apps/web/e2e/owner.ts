/** The account that the first journey creates and the others sign in with. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cookie, expect, type Page } from '@playwright/test'

export const owner = {
  name: 'Owner of the practice tenant',
  email: 'owner@fabrikam.example',
  password: 'slow amber horizon 42',
  tenant: 'Fabrikam',
} as const

export const portal = () => {
  const url = process.env.SUNDOWN_E2E_URL
  if (url === undefined) throw new Error('the product was not started')
  return url
}

/**
 * Completes the first run, goes on with the session of an earlier journey, or signs in. Ends on the overview. Journeys
 * share a session as a person's tabs do: signing in anew for each would meet the limit against guessing. `anew` makes a
 * session of its own.
 */
export async function enter(page: Page, { anew = false } = {}): Promise<void> {
  if (!anew) await page.context().addCookies(keptCookies())
  await page.goto(portal())
  await page.waitForURL(/\/(welcome|sign-in|t\/)/)
  if (page.url().includes('/welcome')) {
    await page.getByLabel('Your name').fill(owner.name)
    await page.getByLabel('E-mail address').fill(owner.email)
    await page.getByLabel('Password', { exact: true }).fill(owner.password)
    await page.getByLabel('Organisation', { exact: true }).fill(owner.tenant)
    await page.getByRole('button', { name: 'Create account' }).click()
  } else if (page.url().includes('/sign-in')) {
    await signIn(page)
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  const cookies = (await page.context().cookies()).filter(({ httpOnly }) => httpOnly)
  writeFileSync(jar(), JSON.stringify(cookies))
}

const jar = () => join(process.env.SUNDOWN_E2E_DATA ?? '', 'journeys-session.json')

function keptCookies(): Cookie[] {
  return existsSync(jar()) ? JSON.parse(readFileSync(jar(), 'utf8')) : []
}

export async function signIn(page: Page): Promise<void> {
  await nameYourself(page)
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The first step of signing in; a press that comes before the page listens is pressed again. */
export async function nameYourself(page: Page, email: string = owner.email): Promise<void> {
  await expect(async () => {
    await page.getByLabel('E-mail address').fill(email)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await expect(page.getByLabel('Password', { exact: true })).toBeFocused({ timeout: 3_000 })
  }).toPass()
}

/** Opens the form for a new endpoint by its key; a press that comes before the page listens is pressed again. */
export async function pressNew(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('n')
    await expect(page).toHaveURL(/\/endpoints\/new$/, { timeout: 1_500 })
  }).toPass()
}
