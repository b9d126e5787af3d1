//! What has been typed of a new customer.

use satchel_app::views::{FieldProblem, NewCustomer};

/// The form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// What was typed.
    pub new: NewCustomer,
    /// True once saving was tried: mistakes are shown from then on, not while typing first.
    pub tried: bool,
    /// What became of "use where I am".
    pub here: Here,
}

/// What became of "use where I am".
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Here {
    /// Not asked.
    #[default]
    NotAsked,
    /// Taken.
    Taken,
    /// The phone does not know where it is.
    Unknown,
}

/// A field, by its name in ERPNext, with its text; or the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A field was typed in or chosen.
    Field(&'static str, String),
    /// Use where the phone is; `None` where it does not know.
    Here(Option<(String, String)>),
    /// Take the place back.
    NotHere,
}

impl State {
    /// The form after what the rep did.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Field(field, text) => {
                if let Some(place) = self.field(field) {
                    *place = text;
                }
            }
            Change::Here(Some(position)) => {
                self.new.position = Some(position);
                self.here = Here::Taken;
            }
            Change::Here(None) => self.here = Here::Unknown,
            Change::NotHere => {
                self.new.position = None;
                self.here = Here::NotAsked;
            }
        }
    }

    fn field(&mut self, field: &str) -> Option<&mut String> {
        Some(match field {
            "customer_name" => &mut self.new.customer_name,
            "customer_group" => &mut self.new.customer_group,
            "territory" => &mut self.new.territory,
            "tax_id" => &mut self.new.tax_id,
            "first_name" => &mut self.new.contact_name,
            "mobile_no" => &mut self.new.phone,
            "email_id" => &mut self.new.email,
            "address_line1" => &mut self.new.address_line1,
            "pincode" => &mut self.new.pincode,
            "city" => &mut self.new.city,
            _ => return None,
        })
    }

    /// From now on mistakes are shown.
    pub fn try_to_save(&mut self) {
        self.tried = true;
    }

    /// The mistakes to show, by field.
    pub fn problems(&self) -> Vec<(&'static str, FieldProblem)> {
        if self.tried { self.new.problems() } else { Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_show_once_saving_was_tried_and_go_as_they_are_mended() {
        let mut state = State::default();
        assert_eq!(state.problems(), []);
        state.try_to_save();
        assert_eq!(state.problems(), [("customer_name", FieldProblem::Missing)]);
        state.apply(Change::Field("customer_name", "Tasca".into()));
        assert_eq!(state.problems(), []);
    }

    #[test]
    fn every_field_lands_where_it_belongs() {
        let fields = [
            "customer_name",
            "customer_group",
            "territory",
            "tax_id",
            "first_name",
            "mobile_no",
            "email_id",
            "address_line1",
            "pincode",
            "city",
        ];
        let mut state = State::default();
        for field in fields {
            state.apply(Change::Field(field, field.to_owned()));
        }
        let new = &state.new;
        let told = [
            &new.customer_name,
            &new.customer_group,
            &new.territory,
            &new.tax_id,
            &new.contact_name,
            &new.phone,
            &new.email,
            &new.address_line1,
            &new.pincode,
            &new.city,
        ];
        assert_eq!(told, fields.map(str::to_owned).each_ref());
    }

    #[test]
    fn a_place_is_taken_and_given_back() {
        let mut state = State::default();
        state.apply(Change::Here(None));
        assert_eq!((state.here, state.new.position.is_some()), (Here::Unknown, false));
        state.apply(Change::Here(Some(("41".into(), "-8".into()))));
        assert_eq!((state.here, state.new.position.is_some()), (Here::Taken, true));
        state.apply(Change::NotHere);
        assert_eq!((state.here, state.new.position.is_some()), (Here::NotAsked, false));
    }
}
