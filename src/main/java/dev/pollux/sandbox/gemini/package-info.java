/// The pretend model: deterministic, extractive, always labelled as simulated (`modelVersion:
/// "sandbox-…"`, and a sentence at the end of every answer in prose, unless only a label was asked
/// for).
///
/// It reads the instruction (`Prompt`: the system instruction, leading questions and commands,
/// trailing ones after a line end) apart from the text it is about (`SourceText`), guesses the task
/// (`PromptTask`) and answers from the text: a subject by key words (`lexicon.json`), the best of
/// offered choices, the sentences that say most, sentiment, names, dates, numbers, key words, yes
/// or no with the sentence that speaks for it. It declines translation, files (it names their URI)
/// and whatever needs a mind.
///
/// **Honoured:** `systemInstruction`, `responseSchema` and `responseJsonSchema` (types, `enum`,
/// `const`, `nullable`, `anyOf`, `oneOf`, `$ref`, `required`, `propertyOrdering`, bounds of
/// numbers, texts, arrays, `multipleOf`, `uniqueItems`, `prefixItems`, formats, simple patterns),
/// `responseMimeType`, `maxOutputTokens` (thoughts count), `stopSequences`, `candidateCount`,
/// `thinkingConfig`. Sampling figures are checked and change nothing: the answer is always the
/// same.
///
/// **Refused with words:** `cachedContent`, tools, function calls, Model Armor, log probabilities,
/// speech, routing, images and audio as answers, `allOf`, `not`, `if`, `patternProperties`,
/// patterns it cannot meet, and what the service refuses: a missing role, empty contents or parts,
/// figures out of range, a thinking level the model does not know.
///
/// **Trigger words in a prompt:** `sandbox:block-prompt` (promptFeedback), `sandbox:block-answer`
/// (finishReason SAFETY), `sandbox:recitation`.
///
/// **A local model instead:** an [OpenAiServer] writes the answers, if there is one. What goes
/// around them stays: checks, blocks, tokens, thoughts, caps, and the mark (`modelVersion:
/// "sandbox-…@name"`).
///
/// Models are data: `models.json`. Tokens are counted by `WordPieces`, not as Gemini counts them.
@NullMarked
package dev.pollux.sandbox.gemini;

import org.jspecify.annotations.NullMarked;
