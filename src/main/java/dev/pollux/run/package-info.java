/// A run from intent to result: journal, submit, follow, reconcile.
///
/// The service has no request id, so a create that is sent twice is paid twice. `Submitter` makes
/// each step durable in the `Journal` before it takes it; `Reconciler` finds out what became of a
/// create whose answer was lost; `JobFollower` joins what the cloud lists with what the journal
/// knows.
@NullMarked
package dev.pollux.run;

import org.jspecify.annotations.NullMarked;
