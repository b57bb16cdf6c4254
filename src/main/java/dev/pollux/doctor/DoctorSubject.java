package dev.pollux.doctor;

import dev.pollux.domain.GeminiModel;
import dev.pollux.domain.Location;

/// What is looked at.
///
/// @param location where the jobs run
/// @param modelLocation where the model is asked: models that their region does not serve run in
///   `global`
/// @param system `os.name` of this computer, for the commands that mend it
public record DoctorSubject(
    String project, Location location, GeminiModel model, Location modelLocation, String system) {}
