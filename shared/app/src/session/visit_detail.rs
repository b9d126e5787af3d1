//! A visit with all that belongs to it.

use super::customers::metres;
use super::new_work::work_key;
use super::placing::placed_due;
use super::visits::why_none;
use super::{Session, local_time};
use crate::AppError;
use crate::views::{
    AttachedView, LinkView, PlaceTaken, VisitDetail, VisitEvent, VisitMoment, VisitPlace,
    VisitRecord,
};
use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};
use rust_decimal::prelude::ToPrimitive;
use satchel_domain::capture::CapturedAt;
use satchel_domain::ids::CustomerKey;
use satchel_domain::visits::{Evidence, Moment};
use satchel_store::{OutboxKind, OutboxRow, OutboxState, VisitRow};
use serde_json::Value;

impl Session {
    /// A visit made on this phone, with what was done meanwhile.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is no such visit.
    pub fn visit_detail(&self, uid: &str) -> Result<VisitDetail, AppError> {
        let row = self.visit_row(uid)?;
        let sealed = self.inner.store.sealed_visit(row.uid)?;
        let told: Vec<Evidence> = sealed.links.iter().filter_map(|link| link.read()).collect();
        let end = |moment| told.iter().find(|evidence| evidence.moment == moment);
        let distance = |moment| end(moment).and_then(|evidence: &Evidence| evidence.distance_m);
        let at = |captured: &CapturedAt| local_time(captured.utc, captured.offset_minutes);
        let links = sealed.links.iter().zip(&told).map(|(link, evidence)| LinkView {
            number: evidence.number,
            moment: evidence.moment,
            hash: link.hash.clone(),
            previous: evidence.previous.clone(),
        });
        Ok(VisitDetail {
            uid: row.uid.to_string(),
            customer: row.customer.as_ref().map(ToString::to_string).unwrap_or_default(),
            customer_name: row.customer_name.clone(),
            planned: self.planned_for(&row)?,
            from: at(&row.check_in),
            until: row.check_out.as_ref().map(at),
            arrived: place(&row.check_in, distance(Moment::CheckIn)),
            left: row.check_out.as_ref().map(|left| place(left, distance(Moment::CheckOut))),
            note: row.note.clone(),
            files: self.attached(uid)?,
            moments: self.moments(&row)?,
            record: VisitRecord {
                device: told.first().map(|evidence| evidence.device.clone()).unwrap_or_default(),
                links: links.collect(),
                broken: sealed.broken,
                clock_ahead_min: row.check_in.clock_wrong_s().map(|ahead| ahead / 60),
                there: self.is_there(&row)?,
            },
        })
    }

    /// A picture or the signature of a document made here, with its bytes.
    ///
    /// # Errors
    /// [`AppError::NotFound`] where there is no such file.
    pub fn attached_file(&self, to: &str, file: &AttachedView) -> Result<Vec<u8>, AppError> {
        let found = self.inner.store.attached_content(to, &file.file_name)?;
        found.ok_or(AppError::NotFound { what: "file" })
    }

    pub(super) fn visit_row(&self, uid: &str) -> Result<VisitRow, AppError> {
        let missing = AppError::NotFound { what: "Field Visit" };
        let found = uid.parse().ok().map(|uid| self.inner.store.visit(uid)).transpose()?;
        found.flatten().ok_or(missing)
    }

    /// The time a visit was planned for, as long as the calendar has it on its day.
    fn planned_for(&self, row: &VisitRow) -> Result<Option<NaiveDateTime>, AppError> {
        if row.event.is_empty() {
            return Ok(None);
        }
        let day = self.agenda(row.local_day, row.local_day)?;
        Ok(day.into_iter().find(|entry| entry.event == row.event).map(|entry| entry.starts_on))
    }

    /// Whether check-in, check-out and all files are at the office.
    fn is_there(&self, row: &VisitRow) -> Result<bool, AppError> {
        let uid = row.uid.to_string();
        let begun = self.inner.store.outbox_row_of(&uid)?;
        let files = self.attached(&uid)?;
        let ended = self.rows_during(row, &[OutboxKind::CheckOut])?;
        let mut ended = ended.iter().filter(|ended| ended.subject == uid);
        Ok(begun.is_some_and(|begun| begun.state == OutboxState::Done)
            && files.iter().all(|file| file.there)
            && row.check_out.is_some()
            && ended.all(|ended| ended.state == OutboxState::Done))
    }

    /// What was saved from arriving until leaving, or until now.
    pub(super) fn rows_during(
        &self,
        row: &VisitRow,
        kinds: &[OutboxKind],
    ) -> Result<Vec<OutboxRow>, AppError> {
        let until = row.check_out.as_ref().map_or_else(|| self.now().utc, |left| left.utc);
        let until_ms = until.timestamp_millis().saturating_add(1);
        let from_ms = row.check_in.utc.timestamp_millis();
        Ok(self.inner.store.outbox_between(kinds, from_ms, until_ms)?)
    }

    fn moments(&self, row: &VisitRow) -> Result<Vec<VisitMoment>, AppError> {
        let offset = row.check_in.offset_minutes;
        let at = |utc: DateTime<Utc>| local_time(utc, offset);
        let mut moments = vec![VisitMoment { at: at(row.check_in.utc), what: VisitEvent::Arrived }];
        for order in self.orders_during(row)? {
            moments.push(VisitMoment {
                at: at(order.placed_at),
                what: VisitEvent::Order {
                    uid: order.uid.to_string(),
                    number: order.receipt_number.to_string(),
                    due: placed_due(&order.totals),
                },
            });
        }
        for file in self.inner.store.attached_to(&row.uid.to_string())? {
            let is_signature = file.file_name.contains("-signature.");
            let what = match is_signature {
                true => VisitEvent::Signature,
                false => VisitEvent::Picture(file.file_name),
            };
            moments.push(VisitMoment { at: at(file.at), what });
        }
        let kinds = [OutboxKind::Task, OutboxKind::ChangeTask, OutboxKind::Timesheet];
        for work in self.rows_during(row, &kinds)? {
            moments.extend(self.work_moment(&work, offset)?);
        }
        if let Some(left) = &row.check_out {
            moments.push(VisitMoment { at: at(left.utc), what: VisitEvent::Left });
        }
        moments.sort_by_key(|moment| (moment.at, moment.what == VisitEvent::Left));
        Ok(moments)
    }

    /// A task or hours, as far as they are still here.
    fn work_moment(&self, work: &OutboxRow, offset: i32) -> Result<Option<VisitMoment>, AppError> {
        let at = moment_of(work, offset);
        if work.kind == OutboxKind::Timesheet {
            let minutes = minutes_in(&work.payload);
            return Ok(Some(VisitMoment { at, what: VisitEvent::Time { minutes } }));
        }
        let named = match work.kind {
            OutboxKind::Task => format!("local:{}", work.subject),
            _ => work.subject.clone(),
        };
        let found = self.task_called(&work_key(&named))?;
        Ok(found.map(|task| VisitMoment {
            at,
            what: VisitEvent::Task {
                key: task.key,
                subject: task.subject,
                progress: task.progress.to_u8().unwrap_or_default().min(100),
            },
        }))
    }

    /// Metres from a capture to the address of a customer, where both are known.
    pub(super) fn metres_away(
        &self,
        captured: &CapturedAt,
        customer: Option<&CustomerKey>,
    ) -> Result<Option<u32>, AppError> {
        let Some(key) = customer else { return Ok(None) };
        let place = self.inner.store.customer(key)?.and_then(|found| found.row.place);
        Ok(captured.position.zip(place).and_then(|(here, there)| metres(here, there)))
    }
}

fn place(captured: &CapturedAt, distance_m: Option<u32>) -> VisitPlace {
    let position = captured.best_position();
    VisitPlace {
        position: position.map(|p| PlaceTaken {
            latitude: super::orders::degrees(p.latitude_e7),
            longitude: super::orders::degrees(p.longitude_e7),
            accuracy_m: p.accuracy_m,
            age_min: p.age_s / 60,
        }),
        distance_m,
        simulated: position.and_then(|position| position.simulated),
        no_position: why_none(captured),
    }
}

fn moment_of(row: &OutboxRow, offset: i32) -> DateTime<FixedOffset> {
    let at = DateTime::from_timestamp_millis(row.created_ms).unwrap_or_default();
    local_time(at, offset)
}

/// The minutes of a Timesheet as it is sent.
fn minutes_in(payload: &str) -> u32 {
    let sheet: Value = serde_json::from_str(payload).unwrap_or_default();
    let logs = sheet.get("time_logs").and_then(Value::as_array);
    let hours: f64 = logs.into_iter().flatten().filter_map(|log| log.get("hours")?.as_f64()).sum();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let minutes = (hours * 60.0).round().clamp(0.0, f64::from(u32::MAX)) as u32;
    minutes
}
