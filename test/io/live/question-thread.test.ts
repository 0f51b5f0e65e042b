import { expect, test } from '@jest/globals'
import { openQuestionThread, questionPort } from '../../../src/io/live/question-thread.ts'

test('a program that was not started to answer questions has no port for them', () => {
  expect(questionPort()).toBeUndefined()
})

test('where there is no program to start, questions end without an answer and the loss is told', async () => {
  let lost = 0
  const thread = openQuestionThread([], () => lost++)
  const answers = await Promise.all([thread.ask('a'), thread.ask('b'), thread.ask('c')])
  expect(answers).toEqual([undefined, undefined, undefined])
  expect(lost).toBeGreaterThan(0)
  thread.close()
})
