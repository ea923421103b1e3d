//! Threads that share the work of a run: whoever is free does the next job, the one that hands them out too.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Builder};

/// It is told who of the crew does it.
type Job<'j> = Box<dyn FnOnce(Member) + Send + 'j>;

/// Who of a crew does a job, from 0; to what one has at hand the others need not reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member(pub usize);

/// Who does jobs.
pub struct Crew<'j> {
    threads: usize,
    jobs: Mutex<Jobs<'j>>,
    /// That there is a job, or that none will come.
    called: Condvar,
    /// That one was done.
    done: Condvar,
}

#[derive(Default)]
struct Jobs<'j> {
    waiting: VecDeque<Job<'j>>,
    dismissed: bool,
}

/// What a job gives, once it is done.
pub struct Promised<T> {
    from: Option<Receiver<T>>,
    given: Option<T>,
}

impl<'j> Crew<'j> {
    /// Calls `run` with a crew of so many, of whom it is one itself.
    pub fn with<R>(threads: usize, run: impl FnOnce(&Crew<'j>) -> R) -> R {
        let jobs = Mutex::new(Jobs { waiting: VecDeque::new(), dismissed: false });
        let crew = Crew { threads: threads.max(1), jobs, called: Condvar::new(), done: Condvar::new() };
        thread::scope(|scope| {
            let _dismissed = Dismissal(&crew);
            for member in 1..crew.threads {
                // With fewer it takes longer, and nothing else.
                let crew = &crew;
                let _ = Builder::new().spawn_scoped(scope, move || crew.serve(Member(member)));
            }
            run(&crew)
        })
    }

    /// How many jobs may be under way, so that nobody waits and no more is held than that needs: one, where nobody else
    /// would do any meanwhile.
    pub fn most_under_way(&self) -> usize {
        if self.threads > 1 { 3 * self.threads + 1 } else { 1 }
    }

    /// How many do jobs.
    pub fn threads(&self) -> usize {
        self.threads
    }

    /// Hands out a job.
    pub fn give<T: Send + 'j>(&self, job: impl FnOnce(Member) -> T + Send + 'j) -> Promised<T> {
        let (give, from) = sync_channel(1);
        // Who ended before a job did wants nothing of it.
        let job: Job<'j> = Box::new(move |member| drop(give.send(job(member))));
        self.jobs().waiting.push_back(job);
        self.called.notify_one();
        Promised { from: Some(from), given: None }
    }

    /// Waits for what a job gives, and does others meanwhile; nothing, where it was given up.
    pub fn wait<T>(&self, mut promised: Promised<T>) -> Option<T> {
        loop {
            if promised.is_settled() {
                return promised.given;
            }
            let mut jobs = self.jobs();
            match jobs.waiting.pop_front() {
                Some(job) => {
                    drop(jobs);
                    self.perform(job, Member(0));
                }
                // Whoever does it tells so only after this was let go.
                None if !promised.is_settled() => {
                    drop(self.done.wait(jobs).unwrap_or_else(PoisonError::into_inner));
                }
                None => {}
            }
        }
    }

    fn serve(&self, member: Member) {
        let mut jobs = self.jobs();
        loop {
            match jobs.waiting.pop_front() {
                Some(job) => {
                    drop(jobs);
                    self.perform(job, member);
                    jobs = self.jobs();
                }
                None if jobs.dismissed => return,
                None => jobs = self.called.wait(jobs).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }

    /// Does a job, and tells that it is done, whatever became of it.
    fn perform(&self, job: Job<'j>, member: Member) {
        let _told = Done(self);
        job(member);
    }

    fn jobs(&self) -> MutexGuard<'_, Jobs<'j>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Promised<T> {
    /// What is there already.
    pub fn given(given: T) -> Self {
        Promised { from: None, given: Some(given) }
    }

    /// Whether nothing more need be waited for.
    pub fn is_settled(&mut self) -> bool {
        if let (None, Some(from)) = (&self.given, &self.from) {
            match from.try_recv() {
                Ok(given) => self.given = Some(given),
                Err(TryRecvError::Empty) => return false,
                Err(TryRecvError::Disconnected) => {}
            }
        }
        true
    }
}

struct Done<'c, 'j>(&'c Crew<'j>);

impl Drop for Done<'_, '_> {
    fn drop(&mut self) {
        // Between looking and waiting nobody misses it.
        drop(self.0.jobs());
        self.0.done.notify_all();
    }
}

struct Dismissal<'c, 'j>(&'c Crew<'j>);

impl Drop for Dismissal<'_, '_> {
    fn drop(&mut self) {
        let mut jobs = self.0.jobs();
        jobs.dismissed = true;
        jobs.waiting.clear();
        drop(jobs);
        self.0.called.notify_all();
    }
}
